import { type Problem, pathTo } from '../plan/integrity.ts';
import { mostEntries } from '../plan/limits.ts';
import { type Text, text } from '../text.ts';

/** Far more than any document of ours is deep. */
const deepest = 60;
/** Values of every kind: about twenty storeys of ten thousand walls. */
const mostValues = 4_000_000;

/** Ends the reading; never leaves this file. */
class Stop extends Error {
  readonly position: number;
  readonly words: Text;
  constructor(position: number, words: Text) {
    super(words.en);
    this.position = position;
    this.words = words;
  }
}

/**
 * JSON written by hand: a mistake is reported with its line and column, and a key that is given
 * twice is a problem rather than a fact silently dropped. Never throws. A byte order mark at the
 * start is allowed.
 */
export function readJson(source: string): {
  readonly value: unknown;
  readonly problems: readonly Problem[];
} {
  const reader = new Reader(source);
  try {
    const value = reader.document();
    return { value, problems: reader.problems };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    const { line, column } = placeOf(source, stop.position);
    return {
      value: undefined,
      problems: [
        {
          at: `${line}:${column}`,
          problem: text(
            `第 ${line} 行第 ${column} 列：${stop.words.zh}`,
            `line ${line}, column ${column}: ${stop.words.en}`,
          ),
        },
      ],
    };
  }
}

/** Both counted from 1; columns in UTF-16 units, as editors do. */
function placeOf(source: string, position: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (;;) {
    const next = source.indexOf('\n', start);
    if (next < 0 || next >= position) return { line, column: position - start + 1 };
    line += 1;
    start = next + 1;
  }
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #source: string;
  #position = 0;
  #depth = 0;
  #values = 0;
  readonly #number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  readonly #blank = /[ \t\r\n]*/y;

  constructor(source: string) {
    this.#source = source;
    if (source.charCodeAt(0) === 0xfeff) this.#position = 1;
  }

  document(): unknown {
    this.#skipBlank();
    if (this.#position >= this.#source.length) {
      throw new Stop(this.#position, text('文件是空的', 'the file is empty'));
    }
    const value = this.#value('');
    this.#skipBlank();
    if (this.#position < this.#source.length) {
      throw new Stop(
        this.#position,
        text('文件到这里应当结束', 'the document should have ended before this'),
      );
    }
    return value;
  }

  #skipBlank(): void {
    this.#blank.lastIndex = this.#position;
    this.#blank.test(this.#source);
    this.#position = this.#blank.lastIndex;
  }

  #value(at: string): unknown {
    this.#values += 1;
    if (this.#values > mostValues) {
      throw new Stop(
        this.#position,
        text(
          `文件过大：超过 ${mostValues} 个值`,
          `the file is too large: over ${mostValues} values`,
        ),
      );
    }
    const mark = this.#source[this.#position];
    if (mark === '{') return this.#nested(() => this.#object(at));
    if (mark === '[') return this.#nested(() => this.#array(at));
    if (mark === '"') return this.#string();
    for (const [word, value] of literals) {
      if (this.#source.startsWith(word, this.#position)) {
        this.#position += word.length;
        return value;
      }
    }
    this.#number.lastIndex = this.#position;
    const digits = this.#number.exec(this.#source)?.[0];
    if (digits === undefined) throw this.#unexpected(text('一个值', 'a value'));
    this.#position += digits.length;
    // Plus zero: a minus zero would compare unequal to the zero that it means.
    return Number(digits) + 0;
  }

  #nested<V>(read: () => V): V {
    this.#depth += 1;
    if (this.#depth > deepest) {
      throw new Stop(
        this.#position,
        text(`嵌套超过 ${deepest} 层`, `nested more than ${deepest} levels deep`),
      );
    }
    this.#position += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(at: string): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.#skipBlank();
    if (this.#take('}')) return object;
    for (let count = 1; ; count += 1) {
      this.#skipBlank();
      this.#limit(count, at);
      if (this.#source[this.#position] !== '"') {
        throw this.#unexpected(text('一个用双引号括起的键', 'a key in double quotes'));
      }
      const key = this.#string();
      this.#skipBlank();
      if (!this.#take(':')) throw this.#unexpected(text('冒号', 'a colon'));
      this.#skipBlank();
      const here = pathTo(at, key);
      const value = this.#value(here);
      if (key === '__proto__') {
        this.problems.push({ at: here, problem: text('没有这一项', 'unknown key') });
      } else if (Object.hasOwn(object, key)) {
        this.problems.push({
          at: here,
          problem: text('这个键写了两次', 'this key is given twice'),
        });
      } else object[key] = value;
      this.#skipBlank();
      if (this.#take('}')) return object;
      if (!this.#take(',')) throw this.#unexpected(text('逗号或 }', 'a comma or }'));
    }
  }

  #array(at: string): unknown[] {
    const array: unknown[] = [];
    this.#skipBlank();
    if (this.#take(']')) return array;
    for (;;) {
      this.#skipBlank();
      this.#limit(array.length + 1, at);
      array.push(this.#value(pathTo(at, array.length)));
      this.#skipBlank();
      if (this.#take(']')) return array;
      if (!this.#take(',')) throw this.#unexpected(text('逗号或 ]', 'a comma or ]'));
    }
  }

  #limit(count: number, at: string): void {
    if (count <= mostEntries) return;
    const place = at === '' ? text('整个文件', 'the file') : text(at, at);
    throw new Stop(
      this.#position,
      text(
        `${place.zh} 数量过多，不能超过 ${mostEntries} 项`,
        `${place.en} has too many entries; there may be at most ${mostEntries}`,
      ),
    );
  }

  #string(): string {
    const start = this.#position;
    let end = start + 1;
    let plain = true;
    for (; ; end += 1) {
      const code = this.#source.charCodeAt(end);
      if (code === 0x22) break;
      if (code === 0x5c) {
        plain = false;
        end += 1;
      } else if (!(code >= 0x20)) {
        throw new Stop(
          start,
          text('文字缺少结尾的双引号', 'text without its closing double quote'),
        );
      }
    }
    this.#position = end + 1;
    if (plain) return this.#source.slice(start + 1, end);
    try {
      return JSON.parse(this.#source.slice(start, end + 1)) as string;
    } catch {
      throw new Stop(start, text('文字中的反斜杠用法不对', 'text with a wrong backslash escape'));
    }
  }

  #take(mark: string): boolean {
    if (this.#source[this.#position] !== mark) return false;
    this.#position += 1;
    return true;
  }

  #unexpected(wanted: Text): Stop {
    if (/^\/[/*]/.test(this.#source.slice(this.#position, this.#position + 2))) {
      return new Stop(
        this.#position,
        text('JSON 文件里不能写注释，请删去', 'JSON takes no comments: remove it'),
      );
    }
    const found = String.fromCodePoint(this.#source.codePointAt(this.#position) ?? 0);
    return this.#position >= this.#source.length
      ? new Stop(
          this.#position,
          text(`文件在这里中断，应有${wanted.zh}`, `the file ends where ${wanted.en} should be`),
        )
      : new Stop(
          this.#position,
          text(`应为${wanted.zh}，现为“${found}”`, `expected ${wanted.en}, found "${found}"`),
        );
  }
}

const literals: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
