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

/** `GB 55038-2025 4.1.4（待核对原文）` */
export function sourceWords(source: Source): Text {
  const check = toCheck(source);
  const { zh, en } = source.clause;
  return check ? text(`${zh}（${check.zh}）`, `${en} (${check.en})`) : source.clause;
}

/**
 * What somebody still has to do before the source can be relied on; null where the text was read. A
 * clause of a code is the same in both languages; a practice of the trade has no text to look up.
 */
export function toCheck({ clause, certainty }: Source): Text | null {
  if (certainty === 'A') return null;
  return clause.zh === clause.en
    ? text('待核对原文', 'original text to be checked')
    : text('凭行业经验，未核对', 'from experience, not verified');
}
