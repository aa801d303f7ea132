import { type Text, text } from '../../text.ts';
import type { Finding, Source } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const drawingSource: Source = {
  clause: text('图面检查', 'Check of the drawing'),
  certainty: 'A',
};

/** What is the same of all rules about the drawing's own health: nothing is dropped in silence. */
export const ofDrawing = {
  topic: 'drawing',
  severity: 'unknown',
  source: drawingSource,
  numbers: {},
} as const satisfies Partial<Rule>;

/** A finding of the drawing itself that no rule makes, without a number. */
export function drawingFinding(
  kind: string,
  id: string,
  severity: Finding['severity'],
  about: Finding['about'],
  place: Finding['place'],
  words: Text,
): Finding {
  return {
    id: `drawing/${kind}/${id}`,
    rule: `drawing/${kind}`,
    severity,
    about,
    households: [],
    place,
    measured: null,
    required: null,
    source: drawingSource,
    text: words,
  };
}
