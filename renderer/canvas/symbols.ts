import type { FixtureKind } from '../../shared/plan/model.ts';

/**
 * Plan symbols of fixtures to scale, as SVG path data in local mm: the origin is the middle of the
 * back edge, x runs along it, y from the back (0) to the front (`depth`). The canvas and the icons
 * of the palette draw the same paths.
 */
export interface SymbolPath {
  readonly d: string;
  /** `paper` hides what lies under it; `line` is only stroked; `ink` is filled black. */
  readonly paint: 'paper' | 'line' | 'ink';
  readonly dashed?: boolean;
}

const number = (value: number): string => String(Math.round(value * 10) / 10);
const at = (x: number, y: number): string => `${number(x)} ${number(y)}`;

const line = (...points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(x, y)}`).join('');

const box = (x: number, y: number, width: number, depth: number): string =>
  `M${at(x, y)}h${number(width)}v${number(depth)}h${number(-width)}z`;

function roundedBox(x: number, y: number, width: number, depth: number, radius: number): string {
  const r = Math.max(0, Math.min(radius, width / 2, depth / 2));
  const arc = (dx: number, dy: number) => `a${at(r, r)} 0 0 1 ${at(dx, dy)}`;
  return (
    `M${at(x + r, y)}h${number(width - 2 * r)}${arc(r, r)}v${number(depth - 2 * r)}${arc(-r, r)}` +
    `h${number(-(width - 2 * r))}${arc(-r, -r)}v${number(-(depth - 2 * r))}${arc(r, -r)}z`
  );
}

const ellipse = (x: number, y: number, rx: number, ry: number): string =>
  `M${at(x - rx, y)}a${at(rx, ry)} 0 1 0 ${at(2 * rx, 0)}a${at(rx, ry)} 0 1 0 ${at(-2 * rx, 0)}z`;

const circle = (x: number, y: number, radius: number): string => ellipse(x, y, radius, radius);

const paper = (d: string): SymbolPath => ({ d, paint: 'paper' });
const stroke = (d: string): SymbolPath => ({ d, paint: 'line' });
const ink = (d: string): SymbolPath => ({ d, paint: 'ink' });
const dashed = (d: string): SymbolPath => ({ d, paint: 'line', dashed: true });

type Draw = (width: number, depth: number) => readonly SymbolPath[];

const outline = (w: number, d: number): SymbolPath => paper(box(-w / 2, 0, w, d));

const symbols: Record<FixtureKind, Draw> = {
  sink: (w, d) => {
    const rim = Math.min(50, d * 0.12);
    const back = d * 0.22;
    return [
      outline(w, d),
      paper(roundedBox(-w / 2 + rim, back, w - 2 * rim, d - back - rim, 60)),
      stroke(circle(0, back + (d - back - rim) / 2, Math.min(28, d * 0.08))),
      ink(circle(0, back * 0.5, Math.min(20, d * 0.05))),
      stroke(line([0, back * 0.5], [0, back + d * 0.16])),
    ];
  },
  cooker: (w, d) => {
    const radius = Math.min(d * 0.3, w * 0.2);
    const x = w * 0.25;
    const y = d * 0.44;
    const burner = (cx: number): SymbolPath[] => [
      stroke(circle(cx, y, radius)),
      stroke(circle(cx, y, radius * 0.45)),
      stroke(
        line([cx - radius, y], [cx - radius * 0.45, y]) +
          line([cx + radius * 0.45, y], [cx + radius, y]) +
          line([cx, y - radius], [cx, y - radius * 0.45]) +
          line([cx, y + radius * 0.45], [cx, y + radius]),
      ),
    ];
    const knob = Math.min(16, d * 0.04);
    return [
      paper(roundedBox(-w / 2, 0, w, d, 20)),
      ...(w < 450 ? burner(0) : [...burner(-x), ...burner(x)]),
      ink(circle(-w * 0.08, d * 0.9, knob)),
      ink(circle(w * 0.08, d * 0.9, knob)),
    ];
  },
  worktop: (w, d) => [outline(w, d), dashed(line([-w / 2, d * 0.92], [w / 2, d * 0.92]))],
  wc: (w, d) => {
    const cistern = d * 0.27;
    const seat = d - cistern;
    return [
      paper(roundedBox(-w / 2, 0, w, cistern, 25)),
      paper(
        `M${at(-w * 0.3, cistern)}C${at(-w * 0.52, cistern + seat * 0.3)} ${at(-w * 0.5, d)} ${at(0, d)}` +
          `C${at(w * 0.5, d)} ${at(w * 0.52, cistern + seat * 0.3)} ${at(w * 0.3, cistern)}z`,
      ),
      stroke(ellipse(0, cistern + seat * 0.53, w * 0.26, seat * 0.33)),
      ink(circle(0, cistern * 0.5, Math.min(18, w * 0.05))),
    ];
  },
  basin: (w, d) => [
    paper(roundedBox(-w / 2, 0, w, d, Math.min(w, d) * 0.25)),
    stroke(ellipse(0, d * 0.56, w * 0.36, d * 0.3)),
    stroke(circle(0, d * 0.56, Math.min(20, d * 0.06))),
    stroke(line([0, d * 0.08], [0, d * 0.34])),
    ink(circle(0, d * 0.13, Math.min(18, d * 0.05))),
  ],
  shower: (w, d) => {
    const rim = Math.min(35, w * 0.05);
    return [
      outline(w, d),
      stroke(roundedBox(-w / 2 + rim, rim, w - 2 * rim, d - 2 * rim, 40)),
      stroke(
        line([-w / 2 + rim, rim], [w / 2 - rim, d - rim]) +
          line([w / 2 - rim, rim], [-w / 2 + rim, d - rim]),
      ),
      paper(circle(0, d / 2, Math.min(50, w * 0.08))),
    ];
  },
  bath: (w, d) => {
    const rim = Math.min(60, d * 0.1);
    return [
      outline(w, d),
      stroke(roundedBox(-w / 2 + rim, rim, w - 2 * rim, d - 2 * rim, d * 0.35)),
      stroke(circle(-w / 2 + rim + d * 0.28, d / 2, Math.min(30, d * 0.05))),
      ink(circle(-w / 2 + rim * 0.6, d / 2, Math.min(22, d * 0.035))),
    ];
  },
  washer: (w, d) => [
    paper(roundedBox(-w / 2, 0, w, d, 25)),
    stroke(line([-w / 2, d * 0.18], [w / 2, d * 0.18])),
    stroke(circle(0, d * 0.57, Math.min(w, d) * 0.32)),
    stroke(circle(0, d * 0.57, Math.min(w, d) * 0.2)),
    ink(circle(w * 0.36, d * 0.09, Math.min(18, d * 0.03))),
  ],
  'water-heater': (w, d) => [
    paper(roundedBox(-w / 2, 0, w, d, d * 0.3)),
    stroke(line([-w * 0.36, d * 0.5], [-w * 0.12, d * 0.5])),
    // A bolt or flame is too small to read at 1:100; three short waves say "heats water".
    stroke(
      [-0.02, 0.14, 0.3]
        .map(
          (x) =>
            `M${at(w * x, d * 0.25)}c${at(w * 0.06, d * 0.17)} ${at(-w * 0.06, d * 0.33)} ${at(0, d * 0.5)}`,
        )
        .join(''),
    ),
  ],
  fridge: (w, d) => {
    const arm = Math.min(w, d) * 0.26;
    const y = d * 0.44;
    // A star of frost: crossed corners would read as a shower.
    const star = [0, 60, 120].map((degrees) => {
      const x = Math.cos((degrees * Math.PI) / 180) * arm;
      const dy = Math.sin((degrees * Math.PI) / 180) * arm;
      return line([-x, y - dy], [x, y + dy]);
    });
    return [
      outline(w, d),
      stroke(line([-w / 2, d * 0.88], [w / 2, d * 0.88])),
      stroke(star.join('')),
      ink(box(w * 0.28, d * 0.92, w * 0.14, d * 0.035)),
    ];
  },
  bed: (w, d) => {
    const pillow = Math.min(d * 0.18, 380);
    const gap = Math.min(60, w * 0.06);
    const pillows =
      w >= 1300
        ? [
            roundedBox(-w / 2 + gap, gap, w / 2 - 1.5 * gap, pillow, 60),
            roundedBox(gap / 2, gap, w / 2 - 1.5 * gap, pillow, 60),
          ]
        : [roundedBox(-w / 2 + gap * 2, gap, w - 4 * gap, pillow, 60)];
    const fold = pillow + gap * 2;
    return [
      paper(roundedBox(-w / 2, 0, w, d, 40)),
      ...pillows.map(stroke),
      stroke(line([-w / 2, fold], [w / 2, fold])),
      stroke(line([w / 2, fold + w * 0.28], [w / 2 - w * 0.28, fold])),
    ];
  },
  wardrobe: (w, d) => [
    outline(w, d),
    stroke(line([-w / 2 + 30, d / 2], [w / 2 - 30, d / 2])),
    stroke(
      Array.from(
        { length: Math.max(2, Math.round(w / 160)) },
        (_, index, count = Math.max(2, Math.round(w / 160))) => {
          const x = -w / 2 + ((index + 0.5) * w) / count;
          const lean = index % 2 === 0 ? 28 : -28;
          return line([x - lean, d * 0.14], [x + lean, d * 0.86]);
        },
      ).join(''),
    ),
  ],
  table: (w, d) => [
    paper(roundedBox(-w / 2, 0, w, d, 30)),
    stroke(roundedBox(-w / 2 + 35, 35, w - 70, d - 70, 15)),
  ],
  'gas-meter': (w, d) => [
    outline(w, d),
    stroke(circle(0, d / 2, Math.min(w, d) * 0.3)),
    stroke(line([0, d / 2], [w * 0.1, d * 0.65])),
  ],
};

/** The symbol of a fixture of that size. */
export const fixtureSymbol = (
  kind: FixtureKind,
  width: number,
  depth: number,
): readonly SymbolPath[] => symbols[kind](width, depth);
