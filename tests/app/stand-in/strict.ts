import { EventEmitter } from 'node:events';

/** Anything that the stand-in does not have throws, so that no test passes on what is missing. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, property) {
      if (typeof property === 'symbol' || property === 'then' || property in target) {
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' && !isClass(value) ? value.bind(target) : value;
      }
      throw new Error(`The stand-in for Electron has no ${name}.${property}`);
    },
    set(_target, property) {
      throw new Error(`The stand-in for Electron cannot set ${name}.${String(property)}`);
    },
  });
}

const isClass = (value: object): boolean =>
  /^class\b/.test(Function.prototype.toString.call(value));

/** An emitter that refuses to listen for what it never emits. */
export class StrictEmitter {
  readonly #emitter = new EventEmitter();
  readonly #name: string;
  readonly #events: readonly string[];
  constructor(name: string, events: readonly string[]) {
    this.#name = name;
    this.#events = events;
  }
  on(event: string, listener: (...values: never[]) => void): this {
    this.#known(event);
    this.#emitter.on(event, listener as (...values: unknown[]) => void);
    return this;
  }
  once(event: string, listener: (...values: never[]) => void): this {
    this.#known(event);
    this.#emitter.once(event, listener as (...values: unknown[]) => void);
    return this;
  }
  emit(event: string, ...values: unknown[]): boolean {
    this.#known(event);
    return this.#emitter.emit(event, ...values);
  }
  #known(event: string): void {
    if (this.#events.includes(event)) return;
    throw new Error(`The stand-in for Electron never emits '${event}' on ${this.#name}`);
  }
}
