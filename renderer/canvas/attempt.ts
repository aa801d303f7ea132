/**
 * Does the work, or what stands in for it where the work fails: one thing that cannot be drawn must
 * not take the rest of the plan with it. The fault is for whoever reads the console.
 */
export function attempt<R>(work: () => R, otherwise: () => R): R {
  try {
    return work();
  } catch (error) {
    console.error(error);
    return otherwise();
  }
}
