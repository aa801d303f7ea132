import type { Extent } from '../plan/extent.ts';
import type {
  ElementRef,
  HouseholdId,
  JointId,
  Opening,
  OpeningId,
  Point,
  RoomId,
  StoreyId,
} from '../plan/model.ts';
import { type Text, text } from '../text.ts';

export type Severity = 'breach' | 'warning' | 'unknown';

/** The same in the window, on paper and on the command line. */
export const severityWords: Readonly<Record<Severity, Text>> = {
  breach: text('不符合', 'Breach'),
  warning: text('提示', 'Warning'),
  unknown: text('无法判定', 'Unknown'),
};

/** A = official text read; B+ = two transcriptions; B = one; C = professional memory (DOMAIN.md). */
export type Certainty = 'A' | 'B+' | 'B' | 'C';

export interface Measure {
  readonly value: number;
  readonly unit: 'm2' | 'mm' | 'count' | 'percent';
}

export interface Source {
  /** `GB 50096-2011 5.4.1`, or what the rule rests on where it is no clause. */
  readonly clause: Text;
  readonly certainty: Certainty;
  /** Numbers of the office's profile that stand in the place of the clause's, or of our defaults. */
  readonly own?: readonly OwnNumber[];
}

/** A number that a profile changes: as it has it, and as it was. */
export interface OwnNumber {
  readonly words: Text;
  readonly value: number;
  readonly usual: number;
  readonly unit: Measure['unit'] | 'nth';
  /** The usual one is the clause's, not ours. */
  readonly isClause: boolean;
  /** A length that the rule says in metres. */
  readonly inMetres?: true;
}

/** What a rule says, as data. */
export interface Finding {
  /** Stable over edits that do not touch its cause: rule and elements, no numbers. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly about: readonly ElementRef[];
  /** Those whose homes it is about, in the order of ids; empty where it is about the drawing. */
  readonly households: readonly HouseholdId[];
  /** Where to look. */
  readonly place: { readonly storey: StoreyId; readonly at: Point } | null;
  readonly measured: Measure | null;
  /** What was measured is a bound, as what it hangs on is not recorded. */
  readonly atMost?: true;
  readonly required: Measure | null;
  /** Of what has no number: how much of the building it takes. */
  readonly extent?: Extent;
  /** Of what should not be there at all: how much of it is taken for an inaccuracy, in the unit required. */
  readonly letPass?: number;
  readonly source: Source;
  readonly text: Text;
  /** Of an unknown: what is missing before it can be judged. */
  readonly missing?: Text;
  /** What was measured, as a line on the plan. */
  readonly line?: Line;
  /** What one click can mend, where something can; propose/fix.ts turns it into a command. */
  readonly fix?: Fix;
}

export interface Line {
  readonly storey: StoreyId;
  readonly from: Point;
  readonly to: Point;
}

/** A repair, as data. */
export type Fix =
  | {
      readonly kind: 'move-end';
      readonly label: Text;
      readonly storey: StoreyId;
      readonly joint: JointId;
      readonly to: Point;
    }
  /** An element that contradicts itself is put right, or goes where it cannot stand anywhere. */
  | {
      readonly kind: 'repair';
      readonly label: Text;
      readonly storey: StoreyId;
      readonly element: ElementRef;
    }
  /** An opening becomes as wide as it should be, or its leaf swings to the other side. */
  | {
      readonly kind: 'change-opening';
      readonly label: Text;
      readonly storey: StoreyId;
      readonly opening: OpeningId;
      readonly change: Partial<Pick<Opening, 'offset' | 'width' | 'side'>>;
    }
  /** An opening goes with its wall. */
  | {
      readonly kind: 'demolish-opening';
      readonly label: Text;
      readonly storey: StoreyId;
      readonly opening: OpeningId;
    }
  /** A room that nobody holds belongs to the building. */
  | {
      readonly kind: 'make-common';
      readonly label: Text;
      readonly storey: StoreyId;
      readonly room: RoomId;
    };

/** A clause of a code, whose number is the same in both languages. */
export const codeClause = (clause: string, certainty: Certainty): Source => ({
  clause: { zh: clause, en: clause },
  certainty,
});

/** Whether it is a clause of a code, and no practice of the trade. */
export const isCode = ({ clause }: Source): boolean => clause.zh === clause.en;

/** What a degree of certainty means. */
export const certaintyWords: Readonly<Record<Certainty, Text>> = {
  A: text('读过官方原文', 'the official text was read'),
  'B+': text('两处独立转载一致', 'two independent transcriptions agree'),
  B: text('只见一处转载', 'one transcription'),
  C: text('行业经验', 'experience of the trade'),
};

/** How far the source can be relied on, and what is left to do; null where the text was read. */
export function reliability(source: Source): Text | null {
  const left = toCheck(source);
  if (!left) return null;
  const { certainty } = source;
  const { zh, en } = certaintyWords[certainty];
  // Who reads that it is from experience need not read it twice.
  const [means, meaning] =
    certainty === 'C' && !isCode(source) ? ['', ''] : [`（${zh}）`, ` (${en})`];
  return text(
    `可靠程度 ${certainty}${means}，${left.zh}`,
    `certainty ${certainty}${meaning}, ${left.en}`,
  );
}

/**
 * What somebody still has to do before the source can be relied on; null where the text was read. A
 * clause of a code is the same in both languages; a practice of the trade has no text to look up.
 */
export function toCheck(source: Source): Text | null {
  if (source.certainty === 'A') return null;
  return isCode(source)
    ? text('待核对原文', 'original text to be checked')
    : text('凭行业经验，未核对', 'from experience, not verified');
}
