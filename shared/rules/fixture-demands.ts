import { text } from '../text.ts';
import type { Source } from './finding.ts';

/** mm along the back edge and from back to front. */
export interface PlanSize {
  readonly width: number;
  readonly depth: number;
}

/** The least that people can use, and what is good. mm. */
export interface Distance {
  readonly least: number;
  readonly good: number;
}

/** What the plan of a kitchen or bathroom has to leave for each fixture (DOMAIN.md, fixtures). */
export interface FixtureDemands {
  /** Smallest and largest usual WC; its middle to a side wall; free before it; to its soil stack. */
  readonly wc: {
    readonly smallest: PlanSize;
    readonly largest: PlanSize;
    readonly middleToSide: Distance;
    readonly front: Distance;
    readonly toStack: number;
  };
  readonly basin: {
    readonly mini: PlanSize;
    readonly usual: PlanSize;
    readonly front: Distance;
  };
  /** A wet-floor shower shares the floor: its square may be stood on, not built on. */
  readonly shower: { readonly least: PlanSize; readonly good: PlanSize; readonly entry: number };
  readonly sink: { readonly smallest: PlanSize; readonly largest: PlanSize };
  readonly cooker: {
    readonly twoBurners: PlanSize;
    /** One burner, or an induction plate. */
    readonly oneBurner: PlanSize;
    readonly toSideWall: number;
  };
  readonly worktop: { readonly depth: Distance; readonly preparation: Distance };
  readonly washer: { readonly usual: PlanSize; readonly slim: PlanSize; readonly front: number };
  /** The floor before sink, worktop and cooker. */
  readonly standing: Distance;
  readonly source: Source;
}

/** No clause gives these: they are the trade's, and nobody has checked them. */
export const usualDemands: FixtureDemands = {
  wc: {
    smallest: { width: 370, depth: 600 },
    largest: { width: 430, depth: 750 },
    middleToSide: { least: 380, good: 450 },
    front: { least: 500, good: 600 },
    toStack: 1000,
  },
  basin: {
    mini: { width: 350, depth: 250 },
    usual: { width: 500, depth: 400 },
    front: { least: 500, good: 600 },
  },
  shower: {
    least: { width: 800, depth: 800 },
    good: { width: 900, depth: 900 },
    entry: 500,
  },
  sink: { smallest: { width: 450, depth: 400 }, largest: { width: 600, depth: 450 } },
  cooker: {
    twoBurners: { width: 720, depth: 400 },
    oneBurner: { width: 300, depth: 500 },
    toSideWall: 100,
  },
  worktop: {
    depth: { least: 470, good: 550 },
    preparation: { least: 300, good: 450 },
  },
  washer: {
    usual: { width: 600, depth: 600 },
    slim: { width: 600, depth: 450 },
    front: 600,
  },
  standing: { least: 700, good: 900 },
  source: {
    clause: text('行业常用尺寸', 'usual sizes of the trade'),
    certainty: 'C',
  },
};
