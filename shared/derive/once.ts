interface Node {
  result?: unknown;
  known: boolean;
  next: WeakMap<object, Node>;
}

/**
 * Remembers a pure function's result by the identity of its arguments. The keys are held weakly:
 * when a table is gone, what was derived from it goes too. Arguments are objects; a function that
 * also depends on a word (a view, say) is remembered once per word.
 */
export function once<A extends readonly object[], R>(derive: (...args: A) => R): (...args: A) => R {
  const root: Node = { known: false, next: new WeakMap() };
  return (...args: A): R => {
    let node = root;
    for (const argument of args) {
      let child = node.next.get(argument);
      if (!child) {
        child = { known: false, next: new WeakMap() };
        node.next.set(argument, child);
      }
      node = child;
    }
    if (!node.known) {
      node.result = derive(...args);
      node.known = true;
    }
    return node.result as R;
  };
}
