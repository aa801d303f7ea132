import { Empty, Select } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import { planRooms } from '../../shared/derive/households.ts';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { type Standing, standings } from '../../shared/rules/derogation.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { sourceWords } from '../../shared/rules/own-numbers.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { unbroken } from '../language/say.ts';
import { AcceptedWords } from '../panels/finding-accept.tsx';
import { usePlan } from '../panels/use-plan.ts';
import { useProfile } from '../panels/use-profile.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { Drains } from './stacks-drains.tsx';
import { Overlay } from './stacks-overlay.tsx';
import { outOfLine, outOfLineWords, pairFindings, pairWords, storeyUnder } from './stacks-pair.ts';
import './stacks.css';

/** Each fixture and its stack, and one storey laid over the one below it. */
export function StacksDialog(props: {
  readonly store: EditorStore;
  readonly onClose: () => void;
  /** Closes as well, and goes to the place of a finding. */
  readonly onFinding: (finding: Finding) => void;
}) {
  const say = useSay();
  const plan = usePlan(props.store);
  const profile = useProfile(props.store);
  const storeys = planRooms(plan, 'after');
  const [chosen, setChosen] = useState<StoreyId | null>(null);
  const current = props.store.getState().storey;
  // The lowest storey lies on nothing: unless it is asked for, the one above it is shown.
  const asked = storeys.findIndex(({ storey }) => storey === (chosen ?? current));
  const upper = storeys[chosen === null && asked === 0 ? 1 : asked] ?? storeys.at(-1) ?? null;
  const lower = upper ? storeyUnder(plan, storeys, upper) : null;
  const derogations = useStore(props.store, (state) => state.derogations);
  const all = check(plan, profile);
  const accepted = standings(all, derogations);
  const findings = upper ? pairFindings(all, upper.storey) : [];
  const offset = upper ? outOfLine(plan, upper.storey, findings) : [];
  return (
    <WideDialog
      title={text('立管与上下层叠合', 'Stacks and storeys laid over each other')}
      className="stacks"
      onClose={props.onClose}
    >
      <div className="stacks-head">
        <Select<StoreyId>
          value={upper?.storey ?? null}
          onChange={setChosen}
          aria-label={say(text('楼层', 'Storey'))}
          popupMatchSelectWidth={false}
          options={storeys.toReversed().map((one) => ({
            value: one.storey,
            label: say(
              pairWords(plan, one.storey, storeyUnder(plan, storeys, one)?.storey ?? null),
            ),
          }))}
        />
        <Key />
      </div>
      {upper ? (
        <div className="stacks-body">
          <Overlay plan={plan} upper={upper} lower={lower} findings={findings} />
          <div className="stacks-lists">
            <h3>{say(text('这一层的问题', 'Findings of this storey'))}</h3>
            {findings.length === 0 ? (
              <p className="quiet">
                {say(
                  text('排水和上下层没有问题。', 'No findings about drains or the storey below.'),
                )}
              </p>
            ) : (
              <ul>
                {findings.map((finding) => (
                  <li key={finding.id}>
                    <button type="button" onClick={() => props.onFinding(finding)}>
                      {unbroken(say(finding.text))}
                    </button>
                    <div className="quiet">{say(sourceWords(finding.source))}</div>
                    <Accepted plan={plan} finding={finding} standing={accepted.get(finding.id)} />
                  </li>
                ))}
              </ul>
            )}
            {offset.length === 0 ? null : (
              <>
                <h3>{say(text('上下没有对齐的用水房间', 'Wet rooms that do not line up'))}</h3>
                <ul>
                  {offset.map((one) => (
                    <li key={`${one.above.id}/${one.below.id}`}>
                      {say(outOfLineWords(plan, one))}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <h3>{say(text('洁具与立管', 'Fixtures and their stacks'))}</h3>
            <Drains plan={plan} rooms={upper} />
          </div>
        </div>
      ) : (
        <Empty description={say(text('还没有楼层。', 'There is no storey yet.'))} />
      )}
    </WideDialog>
  );
}

function Accepted(props: {
  readonly plan: Plan;
  readonly finding: Finding;
  readonly standing: Standing | undefined;
}) {
  const { plan, finding, standing } = props;
  return standing ? <AcceptedWords plan={plan} finding={finding} standing={standing} /> : null;
}

/** What the colours and hatches mean; each is a pattern as well. */
function Key() {
  const say = useSay();
  return (
    <ul className="stacks-key">
      <li>
        <i className="key-wet" />
        {say(text('本层用水房间', 'wet rooms here'))}
      </li>
      <li>
        <i className="key-habitable" />
        {say(
          text(
            '下层居室（粗字为本层房间，灰字为下层）',
            'rooms lived in below (names: bold here, grey below)',
          ),
        )}
      </li>
      <li>
        <i className="key-conflict" />
        {say(text('用水房间压在他户居室或厨房上', "wet over another's room"))}
      </li>
      <li>
        <i className="key-riser" />
        {say(text('污水立管', 'soil stack'))}
      </li>
      <li>
        <i className="key-waste" />
        {say(text('废水立管、排水连线', 'waste stack, drains'))}
      </li>
      <li>
        <i className="key-riser-below" />
        {say(text('下层立管', 'stack below'))}
      </li>
    </ul>
  );
}
