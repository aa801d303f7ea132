import { Button } from 'antd';
import {
  firstOwn,
  holdsNothing,
  isAsked,
  type OwnProgramme,
  type OwnThing,
  ownChoices,
  ownThings,
} from '../../shared/propose/own-programme.ts';
import { ownWords } from '../../shared/propose/own-words.ts';
import {
  idOf,
  type ProgrammeId,
  programmeIds,
  programmeName,
  type Wanted,
} from '../../shared/propose/programme.ts';
import { programmeHolds, sizesSource } from '../../shared/propose/programme-words.ts';
import { fullestFirst } from '../../shared/propose/propose.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { ChoiceField } from '../panels/selection-fields.tsx';
import { useSettings } from '../panels/settings-context.ts';

/** What is asked for each household, as it is chosen; `own` is this machine's own programme. */
export type Programme = 'best' | ProgrammeId | 'own';
const programmes: readonly Programme[] = ['best', ...programmeIds, 'own'];

export const programmeWords = (id: Programme) =>
  id === 'best' ? text('能做到的最好', 'The fullest that fits') : programmeName(id);

/** The designer's own programme, which this machine remembers. */
export const useOwnProgramme = (): OwnProgramme => useSettings().settings.ownProgramme ?? firstOwn;

/** What a search is asked for; null where the own programme holds nothing. */
export function wantedOf(programme: Programme, own: OwnProgramme) {
  if (programme !== 'own') return programme;
  return holdsNothing(own) ? null : own;
}

/** The choice that a question was made of. */
export const programmeOfAsk = (ask: { readonly programme: Wanted | 'best' } | null): Programme =>
  !ask || ask.programme === 'best' ? 'best' : idOf(ask.programme);

/** The choice of a programme, with what it holds; the own one is made here. */
export function ProgrammeFields(props: {
  readonly programme: Programme;
  readonly profile: Profile;
  onProgramme(programme: Programme): void;
}) {
  const { programme, profile } = props;
  const say = useSay();
  const own = useOwnProgramme();
  return (
    <>
      <ChoiceField<Programme>
        name={say(text('配置', 'Programme'))}
        value={programme}
        options={programmes.map((value) => ({ value, label: say(programmeWords(value)) }))}
        onCommit={props.onProgramme}
      />
      {programme === 'own' ? <OwnFields own={own} /> : null}
      <ProgrammeSizes programme={programme} own={own} profile={profile} />
    </>
  );
}

/** Which fixtures the own programme holds, and which of the profile's sizes they take. */
function OwnFields({ own }: { readonly own: OwnProgramme }) {
  const say = useSay();
  const { change } = useSettings();
  const name = say(text('自定配置', 'Own programme'));
  return (
    <fieldset className="own-programme" aria-label={name}>
      {ownThings
        .filter((thing) => isAsked(own, thing))
        .map((thing) => (
          <ChoiceField<string>
            key={thing}
            name={say(ownWords[thing].name)}
            value={own[thing]}
            options={choicesOf(thing).map(({ value, words }) => ({ value, label: say(words) }))}
            onCommit={(value) => change({ ownProgramme: { ...own, [thing]: value } })}
          />
        ))}
      {holdsNothing(own) ? (
        <p className="property-refusal" role="alert">
          {say(
            text(
              '厨房和卫生间至少选一样，才能求方案。',
              'Choose a kitchen, a bathroom or both, so that there is something to find.',
            ),
          )}
        </p>
      ) : null}
      <p className="property-note">
        {say(text('自定配置记在本机，下次仍可用。', 'Kept on this machine for the next time.'))}{' '}
        <Button type="link" size="small" onClick={() => change({ ownProgramme: firstOwn })}>
          {say(text('恢复默认', 'Reset'))}
        </Button>
      </p>
    </fieldset>
  );
}

function choicesOf(thing: OwnThing) {
  const words: Readonly<Record<string, ReturnType<typeof text>>> = ownWords[thing].choices;
  return ownChoices[thing].map((value) => ({ value, words: words[value]! }));
}

/** What each programme holds, with the sizes of the profile in use and where they come from. */
function ProgrammeSizes(props: {
  readonly programme: Programme;
  readonly own: OwnProgramme;
  readonly profile: Profile;
}) {
  const { programme, own, profile } = props;
  const say = useSay();
  const shown = programme === 'best' ? fullestFirst : [programme];
  return (
    <details className="programme-sizes">
      <summary>
        {say(text('各户应有的设施和尺寸（mm）', 'What each gets, with sizes (mm)'))}
      </summary>
      {shown.map((id) => (
        <section key={id} aria-label={say(programmeName(id))}>
          <h3>{say(programmeName(id))}</h3>
          <dl>
            {programmeHolds(id === 'own' ? own : id, profile).map(({ what, sizes }) => (
              <div key={what.en}>
                <dt>{say(what)}</dt>
                <dd>{sizes}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="property-note">
        {say(sizesSource(profile))}
        {say(text('。尺寸在“审查标准”中修改。', '. Sizes are changed in the profile of rules.'))}
      </p>
    </details>
  );
}
