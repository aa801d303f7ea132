import { drawingSource } from '../rules/drawing/drawing-source.ts';
import { type Finding, isCode } from '../rules/finding.ts';
import { type Text, text } from '../text.ts';
import type { Offer } from './offer.ts';

/**
 * On what a finding of a proposal rests. `left-out`: the programme leaves the kitchen or the bathroom
 * out, which stays shared or is not there at all; that is to be known, not accepted. `breach`: nobody
 * may accept it. All others are accepted on record: by a clause of a `code`, by a number of the office's
 * `own`, by the `practice` of the trade or of the programme, or as the health of the `drawing`.
 */
export const grounds = ['breach', 'code', 'own', 'practice', 'drawing', 'left-out'] as const;
export type Ground = (typeof grounds)[number];

/** Of a ground that is accepted on record. */
export const isAccepted = (ground: Ground): boolean => ground !== 'breach' && ground !== 'left-out';

export const groundWords: Readonly<Record<Ground, Text>> = {
  breach: text('不符合，不能以认可代替', 'breaches, which cannot be accepted'),
  code: text('规范条文', 'clauses of codes'),
  own: text('本单位数值', 'numbers of this office'),
  practice: text('行业和项目惯例', 'practice of the trade and the programme'),
  drawing: text('图面检查', 'checks of the drawing'),
  'left-out': text('所选配置不含，采用后仍未独用', 'left out of the programme, so not their own'),
};

type Offered = Pick<Offer, 'parts' | 'warnings'>;

export function groundOf(finding: Finding, { parts }: Pick<Offer, 'parts'>): Ground {
  if (finding.severity === 'breach') return isLeftOut(finding, parts) ? 'left-out' : 'breach';
  const { source } = finding;
  if (source.own && source.own.length > 0) return 'own';
  if (source.clause.en === drawingSource.clause.en) return 'drawing';
  return isCode(source) ? 'code' : 'practice';
}

/** What an asker has not to itself, where the parts hold only one of kitchen and bathroom. */
function isLeftOut({ rule, id, households }: Finding, parts: Offer['parts']): boolean {
  const uses = new Set(parts.flatMap(({ rooms }) => rooms.map(({ use }) => use)));
  const isWhole = uses.has('kitchen-bath') || (uses.has('kitchen') && uses.has('bathroom'));
  const isAskers = parts.some(({ holder }) => households.includes(holder));
  return rule === 'F1' && !id.startsWith('F1/reach') && isAskers && !isWhole;
}

/** The findings of a proposal by their ground, those without any left out. */
export function byGround(
  offer: Offered,
): readonly { readonly ground: Ground; readonly findings: readonly Finding[] }[] {
  return grounds.flatMap((ground) => {
    const findings = offer.warnings.filter((one) => groundOf(one, offer) === ground);
    return findings.length > 0 ? [{ ground, findings }] : [];
  });
}
