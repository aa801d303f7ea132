import { describe, expect, it } from 'vitest';
import { hitAt, hitsInBox, roomAt, type Scene } from '../../renderer/editor/hit.ts';
import { sceneOf } from '../../renderer/tools/scene.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

/** Two rooms of 2 m by 2 m; the wall between them stands at x = 2000. */
const drawn = storeyFromDrawing(`
  +-+-+
  |a|b|
  +-+-+
`);
const middleWall = Object.entries(drawn.walls).find(
  ([, wall]) => drawn.joints[wall.a]!.x === 2000 && drawn.joints[wall.b]!.x === 2000,
)?.[0] as keyof typeof drawn.walls;

const storey = {
  ...drawn,
  openings: {
    opening_d: {
      wall: middleWall,
      kind: 'door',
      offset: 600,
      width: 700,
      sill: 0,
      head: 2100,
      leaf: 'swing',
      hinge: 'a',
      side: 'left',
      phase: 'new',
    },
  },
  fixtures: {
    fixture_top: {
      kind: 'worktop',
      at: { x: 1000, y: 60 },
      rotation: 0,
      width: 1200,
      depth: 550,
      phase: 'new',
    },
    fixture_sink: {
      kind: 'sink',
      at: { x: 1000, y: 60 },
      rotation: 0,
      width: 500,
      depth: 450,
      phase: 'new',
    },
    fixture_old: {
      kind: 'wc',
      at: { x: 3000, y: 60 },
      rotation: 0,
      width: 400,
      depth: 700,
      phase: 'demolished',
    },
  },
  risers: {
    riser_s: {
      kind: 'soil',
      line: 'S1',
      at: { x: 185, y: 1815 },
      width: 250,
      depth: 250,
      phase: 'existing',
    },
  },
} as unknown as typeof drawn;

const plan = { tenancies: {}, households: {}, storeys: { [storeyId]: storey } } as Plan;
const scene = sceneOf(plan, storeyId, 'after') as Scene;
const hit = (x: number, y: number, over: Scene = scene) => hitAt(over, { x, y }, 20)?.id ?? null;

describe('hit-testing', () => {
  it('takes the small before the large', () => {
    expect(hit(185, 1815)).toBe('riser_s');
    expect(hit(2000, 950)).toBe('opening_d');
    expect(hit(1000, 300)).toBe('fixture_sink');
    expect(hit(1500, 300)).toBe('fixture_top');
  });

  it('takes a wall by its body and a little beyond it', () => {
    expect(hit(2050, 300)).toBe(middleWall);
    expect(hit(2075, 1900)).toBe(middleWall);
    expect(hit(2300, 1900)).not.toBe(middleWall);
  });

  it('takes the room where nothing else is, and nothing outside', () => {
    expect(hit(500, 1200)).toBe('room_a');
    expect(hit(3500, 1500)).toBe('room_b');
    expect(hit(-2000, -2000)).toBeNull();
  });

  it('leaves out what the view does not show', () => {
    expect(hit(3000, 300)).toBe('room_b');
    expect(hit(3000, 300, { ...scene, view: 'changes' })).toBe('fixture_old');
  });

  it('finds no room in a wall', () => {
    expect(roomAt(scene.rooms, { x: 2000, y: 1700 })).toBeNull();
  });

  it('takes what a box holds, or all that it touches', () => {
    const box = { min: { x: 700, y: 0 }, max: { x: 1300, y: 700 } };
    expect(hitsInBox(scene, storeyId, box, false).map(({ id }) => id)).toEqual(['fixture_sink']);
    const wide = { min: { x: 300, y: -50 }, max: { x: 1300, y: 700 } };
    expect(hitsInBox(scene, storeyId, wide, true).map(({ id }) => id)).toEqual([
      'wall_0-0-h',
      'fixture_sink',
      'fixture_top',
    ]);
  });

  it('takes by touching what runs through the box with no end in it, or lies around it', () => {
    const across = { min: { x: 1900, y: 1400 }, max: { x: 2200, y: 1500 } };
    expect(hitsInBox(scene, storeyId, across, true).map(({ id }) => id)).toEqual([middleWall]);
    expect(hitsInBox(scene, storeyId, across, false)).toEqual([]);
    const within = { min: { x: 1450, y: 200 }, max: { x: 1500, y: 250 } };
    expect(hitsInBox(scene, storeyId, within, true).map(({ id }) => id)).toEqual(['fixture_top']);
    const beside = { min: { x: 2070, y: 1400 }, max: { x: 2200, y: 1500 } };
    expect(hitsInBox(scene, storeyId, beside, true)).toEqual([]);
  });
});
