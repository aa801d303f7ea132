import { capital } from '../../shared/plan/door-words.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import {
  byGround,
  type Ground,
  groundWords,
  isAccepted,
} from '../../shared/propose/warning-grounds.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** What a proposal costs by what it rests on: what is to be accepted on record, and what is not. */
export function ProposalWarnings(props: { readonly offer: Pick<Offer, 'parts' | 'warnings'> }) {
  const say = useSay();
  const all = byGround(props.offer);
  const accepted = all.filter(({ ground }) => isAccepted(ground));
  const count = accepted.reduce((sum, { findings }) => sum + findings.length, 0);
  const kinds = accepted.map(({ ground, findings }) => {
    const { zh, en } = groundWords[ground];
    return text(`${zh} ${findings.length}`, `${en} ${findings.length}`);
  });
  const listed = (ground: (typeof all)[number]) => (
    <ul className="warning-list">
      {ground.findings.map(({ id, text: words }) => (
        <li key={id}>{say(words)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {all.map((one) =>
        isAccepted(one.ground) ? null : (
          <div key={one.ground} className="proposal-notes" role="note">
            <p>
              {say(
                text(
                  `${groundWords[one.ground].zh}（${one.findings.length} 项）：`,
                  `${heading(one.ground).en} (${one.findings.length}):`,
                ),
              )}
            </p>
            {listed(one)}
          </div>
        ),
      )}
      {count > 0 ? (
        <details>
          <summary>
            {say(
              text(
                `${count} 项需记录认可：${kinds.map(({ zh }) => zh).join('、')}`,
                `${count} to be accepted on record: ${kinds.map(({ en }) => en).join(', ')}`,
              ),
            )}
          </summary>
          {accepted.map((one) => (
            <div key={one.ground}>
              <h3 className="warning-ground">{say(heading(one.ground))}</h3>
              {listed(one)}
            </div>
          ))}
        </details>
      ) : null}
    </>
  );
}

const heading = (ground: Ground): Text =>
  text(groundWords[ground].zh, capital(groundWords[ground].en));
