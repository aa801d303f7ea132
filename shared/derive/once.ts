/**
 * Remembering pure functions by the identity of their arguments.
 *
 * Only the newest results are held, and as many of them as are asked for again: a pointer that drags
 * a wall makes a new plan at every move, and what was derived from the one before must be free to go
 * at once. (A WeakMap from arguments to results would not do: young values of a WeakMap outlive every
 * minor garbage collection, whatever becomes of their keys, and copying them is what stalls a drag.)
 */

/** Results held at first, and at most: the storeys of a large building at each moment. */
const fewest = 2;
const most = 256;
/** Keys of results let go, by which it shows that too few are held. */
const mostGone = 1024;

/** A number for every object ever let go; objects themselves are not held. */
const serials = new WeakMap<object, number>();
let lastSerial = 0;

function serialOf(argument: object): number {
  let serial = serials.get(argument);
  if (serial === undefined) {
    lastSerial += 1;
    serial = lastSerial;
    serials.set(argument, serial);
  }
  return serial;
}

/** Whether all of these may have been let go somewhere: what never was has no number yet. */
function wasLetGo(args: readonly (object | string)[]): boolean {
  for (const argument of args) {
    if (typeof argument !== 'string' && !serials.has(argument)) return false;
  }
  return true;
}

/** Words stand for themselves, objects for their identity. */
function keyOf(args: readonly (object | string)[]): string | number {
  const [first] = args;
  if (args.length === 1 && typeof first === 'object') return serialOf(first);
  let key = '';
  for (const argument of args) {
    key += typeof argument === 'string' ? `'${argument}'` : `${serialOf(argument)},`;
  }
  return key;
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/**
 * The function, remembering its newest results. It starts with two and doubles them whenever it is
 * asked for something again that it has let go.
 */
export function once<A extends readonly (object | string)[], R>(
  derive: (...args: A) => R,
): (...args: A) => R {
  // Newest use last. A list, because a Map that is ever set and deleted from leaves a trail of tables
  // behind it, each holding the next: what they held would outlive every minor collection.
  const results: { readonly args: A; readonly result: R }[] = [];
  const gone = new Set<string | number>();
  let capacity = fewest;
  return (...args: A): R => {
    for (let index = results.length - 1; index >= 0; index--) {
      const known = results[index]!;
      if (!areSame(known.args, args)) continue;
      if (index < results.length - 1) {
        results.splice(index, 1);
        results.push(known);
      }
      return known.result;
    }
    const result = derive(...args);
    if (gone.size > 0 && wasLetGo(args) && gone.delete(keyOf(args))) {
      capacity = Math.min(2 * capacity, most);
    }
    results.push({ args, result });
    if (results.length > capacity) {
      gone.add(keyOf(results.shift()!.args));
      if (gone.size > mostGone) gone.delete(gone.values().next().value!);
    }
    return result;
  };
}
