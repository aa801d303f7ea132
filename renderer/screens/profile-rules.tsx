import { Select, Table, type TableColumnsType } from 'antd';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { numberInMetres } from '../../shared/rules/amount.ts';
import { filledWords } from '../../shared/rules/filled-words.ts';
import { reliability } from '../../shared/rules/finding.ts';
import { ownNumbers, ownNumberWords } from '../../shared/rules/own-numbers.ts';
import { isAim } from '../../shared/rules/profile.ts';
import { sizesOf } from '../../shared/rules/profile-of-file.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { rules } from '../../shared/rules/rules.ts';
import { sizeWords } from '../../shared/rules/size-words.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { severityWords } from '../language/words.ts';
import { ruleWords } from '../panels/finding-groups.ts';
import { profileOf } from '../panels/use-profile.ts';
import { ProfileNumber } from './profile-number.tsx';
import { RuleSwitch } from './profile-switch.tsx';

/** Every rule with its numbers, severity and source, to be edited where the profile is the office's own. */
export function RuleTable(props: {
  readonly current: ProfileFile;
  readonly isOwn: boolean;
  readonly onEdit: (file: ProfileFile) => void;
}) {
  const say = useSay();
  const { current, isOwn, onEdit } = props;
  const profile = profileOf(current);
  const set = (id: string, part: ProfileFile['rules'][string]): void => {
    const setting = { ...current.rules[id], ...part };
    const kept = Object.fromEntries(
      Object.entries(setting).filter(([, value]) => value !== undefined),
    );
    onEdit({ ...current, rules: { ...current.rules, [id]: kept } });
  };
  const columns: TableColumnsType<Rule> = [
    {
      title: say(text('规则', 'Rule')),
      render: (_, rule) => (
        <>
          <strong>{say(ruleWords(rule.id))}</strong>
          <div className="quiet">{say(filledWords(rule, profile).asks)}</div>
        </>
      ),
    },
    {
      title: say(text('数值', 'Numbers')),
      width: 320,
      render: (_, rule) =>
        Object.entries(rule.numbers).map(([name, number]) => (
          <div key={name} className="profile-number">
            <span>
              {say(number.words)}
              {number.unit === 'nth' ? ' 1/' : ''}
            </span>
            <RuleNumber
              rule={rule}
              name={name}
              disabled={!isOwn}
              value={profile.rules[rule.id]?.numbers?.[name] ?? number.value}
              onChange={(value) =>
                set(rule.id, { numbers: { ...current.rules[rule.id]?.numbers, [name]: value } })
              }
            />
          </div>
        )),
    },
    {
      title: say(text('程度', 'Severity')),
      width: 130,
      render: (_, rule) =>
        rule.severity === 'unknown' ? (
          say(severityWords.unknown)
        ) : (
          <Select
            size="small"
            disabled={!isOwn || isAim(rule.id)}
            value={profile.rules[rule.id]?.severity ?? rule.severity}
            onChange={(severity) => set(rule.id, { severity })}
            aria-label={say(text('程度', 'Severity'))}
            options={(['breach', 'warning'] as const).map((value) => ({
              value,
              label: say(severityWords[value]),
            }))}
          />
        ),
    },
    {
      title: say(text('检查', 'Checked')),
      width: 230,
      render: (_, rule) => (
        <>
          <RuleSwitch
            off={profile.rules[rule.id]?.off}
            disabled={!isOwn || isAim(rule.id)}
            onChange={(off) => set(rule.id, { off })}
          />
          {isAim(rule.id) ? (
            <div className="quiet">
              {say(
                text(
                  '成套改造的目标：不能关闭，也不能降为提示。',
                  'The aim of the programme: it is neither switched off nor made a warning.',
                ),
              )}
            </div>
          ) : null}
        </>
      ),
    },
    {
      title: say(text('依据', 'Source')),
      width: 220,
      render: (_, rule) => {
        const { source } = rule;
        const check = reliability(source);
        return (
          <>
            {ownNumbers(rule, profile).map((one) => (
              <div key={one.name} className="profile-own">
                {say(text('本单位数值：', "This office's number: "))}
                {say(ownNumberWords(one))}
              </div>
            ))}
            {say(source.clause)}
            {check && <div className="quiet">{say(check)}</div>}
          </>
        );
      },
    },
  ];
  const sizes = sizesOf(profile.fixtures);
  return (
    <>
      <Table<Rule>
        size="small"
        rowKey="id"
        dataSource={[...rules]}
        columns={columns}
        pagination={false}
        // The dialog scrolls, so that the rules have all of its height.
        sticky
        scroll={{ x: 1100 }}
      />
      <details className="profile-sizes">
        <summary>
          {say(text('设施尺寸和空地（mm）', 'Sizes of fixtures and their floor (mm)'))}
        </summary>
        <div>
          {Object.entries(sizes).map(([path, value]) => (
            <div key={path} className="profile-number">
              <span>{say(sizeWords(path))}</span>
              <ProfileNumber
                label={say(sizeWords(path))}
                disabled={!isOwn}
                value={value}
                min={0}
                max={10_000}
                step={10}
                onChange={(size) =>
                  onEdit({
                    ...current,
                    fixtures: { ...current.fixtures, [path]: Math.round(size) },
                  })
                }
              />
            </div>
          ))}
        </div>
      </details>
    </>
  );
}

/** One number of a rule, in the unit in which its words say it: a length in metres is kept in mm. */
function RuleNumber(props: {
  readonly rule: Rule;
  readonly name: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}) {
  const say = useSay();
  const { rule, name, value, onChange } = props;
  const { unit, words } = rule.numbers[name]!;
  const common = { label: say(words), disabled: props.disabled, value, min: 0, max: 100_000 };
  if (unit === 'mm' && numberInMetres(rule, name)) {
    return (
      <ProfileNumber
        {...common}
        value={value / 1000}
        max={common.max / 1000}
        step={0.01}
        unit="m"
        onChange={(metres) => onChange(Math.round(metres * 1000))}
      />
    );
  }
  return (
    <ProfileNumber
      {...common}
      min={unit === 'nth' ? 1 : 0}
      step={unit === 'm2' ? 0.1 : unit === 'mm' ? 10 : 1}
      unit={unit === 'm2' ? 'm²' : unit === 'mm' ? 'mm' : undefined}
      onChange={onChange}
    />
  );
}
