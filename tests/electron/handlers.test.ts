import { describe, expect, test } from 'vitest';
import { handleRequests, isOwnAddress } from '../../electron/handlers.ts';

/** Who may ask the main process for anything. */

type Listener = Parameters<Parameters<typeof handleRequests>[0]['handle']>[1];

function listening(): { ask: (frame: unknown) => unknown; asked: unknown[] } {
  const asked: unknown[] = [];
  let listener: Listener | null = null;
  handleRequests(
    {
      handle(channel, given) {
        expect(channel).toBe('duyong:request');
        listener = given;
      },
    },
    async (name, argument) => {
      asked.push([name, argument]);
      return { ok: true, answer: {} };
    },
  );
  const ask = (frame: unknown) =>
    listener?.({ senderFrame: frame as never }, 'settings.read', { any: 1 });
  return { ask, asked };
}

describe('the sender of a request', () => {
  test('is served where it is the top frame of our own window', async () => {
    const { ask, asked } = listening();
    expect(await ask({ url: 'app://duyong/index.html#/x', parent: null })).toMatchObject({
      ok: true,
    });
    expect(asked).toEqual([['settings.read', { any: 1 }]]);
  });

  test.each([
    null,
    { url: 'app://other/index.html', parent: null },
    { url: 'https://duyong/index.html', parent: null },
    { url: 'file:///index.html', parent: null },
    { url: 'about:blank', parent: null },
    { url: '', parent: null },
    { url: 'app://duyong/index.html', parent: { url: 'app://duyong/index.html', parent: null } },
  ])('is refused where it is %j', async (frame) => {
    const { ask, asked } = listening();
    expect(await ask(frame)).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  test('is compared by scheme and host, since every origin of our scheme reads null', () => {
    expect(new URL('app://other').origin).toBe(new URL('app://duyong').origin);
    expect(isOwnAddress('app://duyong/')).toBe(true);
    expect(isOwnAddress('app://duyong:80/')).toBe(false);
    expect(isOwnAddress('app://me@duyong/')).toBe(false);
    expect(isOwnAddress('app://duyong.example/')).toBe(false);
    expect(isOwnAddress('not an address')).toBe(false);
  });
});
