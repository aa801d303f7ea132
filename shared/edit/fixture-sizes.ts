import type { FixtureKind, RiserKind } from '../plan/model.ts';
import { type Text, text } from '../text.ts';

export interface Size {
  /** mm along the back edge; of a riser, along x. */
  readonly width: number;
  /** mm from back to front; of a riser, along y. */
  readonly depth: number;
  readonly name: Text;
}

const size = (width: number, depth: number, zh: string, en: string): Size => ({
  width,
  depth,
  name: text(zh, en),
});

/** Usual sizes for small homes; a fixture is placed with them and can then be changed. */
export const fixtureSizes: Readonly<Record<FixtureKind, Size>> = {
  sink: size(600, 450, '洗涤池', 'Sink'),
  cooker: size(720, 450, '灶具', 'Cooker'),
  worktop: size(600, 550, '操作台', 'Worktop'),
  wc: size(400, 700, '便器', 'WC'),
  basin: size(500, 450, '洗面器', 'Basin'),
  shower: size(800, 800, '淋浴', 'Shower'),
  bath: size(1500, 700, '浴缸', 'Bath'),
  washer: size(600, 600, '洗衣机', 'Washing machine'),
  'water-heater': size(400, 200, '热水器', 'Water heater'),
  fridge: size(600, 600, '冰箱', 'Fridge'),
  bed: size(1500, 2000, '床', 'Bed'),
  wardrobe: size(1200, 600, '衣柜', 'Wardrobe'),
  table: size(800, 600, '桌子', 'Table'),
  'gas-meter': size(200, 150, '燃气表', 'Gas meter'),
};

/** Boxed shafts. */
export const riserSizes: Readonly<Record<RiserKind, Size>> = {
  soil: size(250, 250, '污水立管', 'Soil stack'),
  waste: size(200, 200, '废水立管', 'Waste stack'),
  supply: size(150, 150, '给水立管', 'Water supply riser'),
  gas: size(150, 150, '燃气立管', 'Gas riser'),
  flue: size(350, 250, '烟道', 'Flue'),
};
