import { Empty, Select } from 'antd';
import { useState } from 'react';
import { planRooms } from '../../shared/derive/households.ts';
import type { StoreyRooms } from '../../shared/derive/room.ts';
import type { StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { usePlan } from '../panels/use-plan.ts';
import { useProfile } from '../panels/use-profile.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { Drains } from './stacks-drains.tsx';
import { Overlay } from './stacks-overlay.tsx';
import './stacks.css';

/** Each fixture and its stack, and one storey laid over the one below it. */
export function StacksDialog(props: { readonly store: EditorStore; readonly onClose: () => void }) {
  const say = useSay();
  const plan = usePlan(props.store);
  const profile = useProfile(props.store);
  const storeys = planRooms(plan, 'after');
  const [chosen, setChosen] = useState<StoreyId | null>(null);
  const current = props.store.getState().storey;
  // The lowest storey lies on nothing: unless it is asked for, the one above it is shown.
  const asked = storeys.findIndex(({ storey }) => storey === (chosen ?? current));
  const upper = storeys[chosen === null && asked === 0 ? 1 : asked] ?? storeys.at(-1) ?? null;
  const lower = upper ? (storeys[storeys.indexOf(upper) - 1] ?? null) : null;
  const nameOf = ({ storey }: StoreyRooms): string => plan.storeys[storey]?.name ?? '';
  const findings = check(plan, profile).filter(
    ({ rule, place, about }) =>
      stackRules.includes(rule) &&
      // What cannot be judged is said once of all storeys, and shown at the first.
      (place === null ||
        place.storey === upper?.storey ||
        about.some(({ storey }) => storey === upper?.storey)),
  );
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
          options={storeys.toReversed().map((one, index, all) => {
            const below = all[index + 1];
            const name = nameOf(one);
            return {
              value: one.storey,
              label: below
                ? say(text(`${name}叠在${nameOf(below)}上`, `${name} over ${nameOf(below)}`))
                : name,
            };
          })}
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
                  <li key={finding.id}>{say(finding.text)}</li>
                ))}
              </ul>
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

const stackRules: readonly string[] = [
  'B4',
  'kitchen-above',
  'P1',
  'P2',
  'wc-branch',
  'straight-stack',
];

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
        {say(text('下层居室', 'rooms lived in below'))}
      </li>
      <li>
        <i className="key-conflict" />
        {say(text('用水房间压在他户居室或厨房上', "wet over another's room"))}
      </li>
      <li>
        <i className="key-riser" />
        {say(text('立管（虚框为下层位置）', 'stack (dashed: below)'))}
      </li>
    </ul>
  );
}
