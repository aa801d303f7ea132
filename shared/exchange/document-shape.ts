import { z } from 'zod';
import { mostProblems, type Problem } from '../plan/integrity.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import {
  assetNameSchema,
  axesSchema,
  buildingIdSchema,
  concernedSchema,
  extentSchema,
  householdsSchema,
  lineSchema,
  linesSchema,
  northSchema,
  schemeIdSchema,
  storeysSchema,
  tenanciesSchema,
  timeSchema,
} from '../plan/schema.ts';
import type { Accepted } from '../rules/accepted.ts';
import { text } from '../text.ts';
import { documentFormats } from './document-formats.ts';
import { elementProblems } from './element-problems.ts';

/** Characters from which a file's elements are looked at one by one before the whole. */
const longText = 4_000_000;

/** A building without a name to read could not be told from another. */
const name = lineSchema(200).regex(/\S/, 'not only blanks');

const measure = z.strictObject({ value: z.number(), unit: z.string().max(20) }).nullable();
/** A warning that was accepted: which finding, when, by whom, why, and how far it holds. */
const derogation = z.strictObject({
  finding: z.string().min(1).max(400),
  at: timeSchema,
  by: lineSchema(100),
  reason: linesSchema(4000),
  measured: measure.default(null),
  required: measure.default(null),
  until: z.number().nullable().default(null),
  extent: extentSchema.optional(),
  concerned: concernedSchema.optional(),
}) satisfies z.ZodType<Accepted, unknown>;
/** One for each warning of a scheme at most. */
const mostDerogations = 20_000;

/**
 * The file's shape. Households and tenancies stand at the top, for all schemes; a scheme that
 * differs gives its own, which replace the common ones whole.
 */
export const documentSchema = z.strictObject({
  $schema: z.string().max(1000).optional(),
  /** Migrated by then; editors of such files check both with this. */
  format: z.literal([1, documentFormats.current]),
  kind: z.literal('duyong-building'),
  building: z.strictObject({
    id: buildingIdSchema,
    name,
    address: lineSchema(400).default(''),
  }),
  tenancies: tenanciesSchema.default({}),
  households: householdsSchema.default({}),
  /** Pictures that lie under storeys, base64, by the names that their underlays give. */
  assets: z.record(assetNameSchema, z.string()).optional(),
  schemes: z
    .array(
      z.strictObject({
        id: schemeIdSchema,
        name,
        description: linesSchema(4000).default(''),
        tenancies: tenanciesSchema.optional(),
        households: householdsSchema.optional(),
        storeys: storeysSchema,
        axes: axesSchema.optional(),
        north: northSchema.optional(),
        derogations: z.array(derogation).max(mostDerogations).optional(),
      }),
    )
    .min(1)
    .max(200),
});

/** A file of another kind gets one plain answer, not a list of everything that it lacks. */
export const isMeantAsDocument = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('kind' in value && value.kind === 'duyong-building') ||
    ('building' in value && 'schemes' in value));

export const notADocument: Problem = {
  at: '',
  problem: text(
    '这不是独用的楼栋文件。请选择从独用导出的 .json 文件；如果只有图纸，请新建楼栋后绘制',
    'this is not a Duyong building file: choose a .json file that Duyong exported, or start a new building and draw it',
  ),
};

/**
 * The document's facts as the schema reads them, or what is wrong with them. `length` is the text's.
 * Never throws.
 */
export function parseShape(file: unknown, length: number) {
  const elementsOf = () => {
    const found = elementProblems(file, mostProblems - 1);
    return found.length < mostProblems - 1 ? found : [...found.slice(0, mostProblems - 1), unread];
  };
  const wrong = length > longText ? elementsOf() : [];
  if (wrong.length > 0) return { shape: null, problems: wrong };
  try {
    const parsed = documentSchema.safeParse(file, { reportInput: true });
    if (parsed.success) return { shape: parsed.data, problems: [] };
    return { shape: null, problems: problemsOfIssues(parsed.error.issues) };
  } catch (error) {
    // The schema passes its findings on as arguments, of which there can be too many for the stack.
    if (!(error instanceof RangeError)) throw error;
    const found = elementsOf();
    return { shape: null, problems: found.length > 0 ? found : [countless] };
  }
}

const unread: Problem = {
  at: '',
  problem: text('其后的内容没有再检查', 'what follows was not looked at any more'),
};

const countless: Problem = {
  at: '',
  problem: text(
    '错误太多，无法逐一列出；请检查生成这个文件的程序',
    'there are too many mistakes to list: check the program that wrote the file',
  ),
};
