/** ms between two things told: the window has other things to do, and nobody reads faster. */
const pause = { progress: 100, news: 250 };

export type Telling<Step> = (step: Step) => void;

/**
 * Which steps of a search are told: the first news at once, then no more often than can be looked at. News
 * that waits is told with the next step whose time has come; the newest of each kind stands.
 */
export function telling<Step extends object>(options: {
  readonly tell: (step: Step) => void;
  readonly isNews: (step: Step) => boolean;
  /** ms. */
  readonly now: () => number;
}): Telling<Step> {
  const { tell, isNews, now } = options;
  let held: Partial<Step> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let lastNews = Number.NEGATIVE_INFINITY;
  return (step) => {
    if (isNews(step)) held = { ...held, ...said(step) };
    const at = now();
    const isTime = held ? at - lastNews > pause.news : at - last > pause.progress;
    if (!isTime) return;
    tell(held ? { ...step, ...held, ...said(step) } : step);
    last = at;
    if (held) lastNews = at;
    held = null;
  };
}

/** The fields that say something. */
const said = <Step extends object>(step: Step): Partial<Step> =>
  Object.fromEntries(
    Object.entries(step).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Step>;
