import { commandOfKey, runCommand } from '../../renderer/commands/registry.ts';
import { holdViewport } from '../../renderer/editor/viewport.ts';
import type { ActionHost, Ask } from '../../renderer/screens/editor-actions.ts';
import { clickAtCursor, keyToTool, moveCursor } from '../../renderer/screens/editor-walk.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { TestEditor } from './tools/test-editor.ts';

/** The editor with its keys, without a browser; 1 px is 10 mm and the canvas 1,000 by 800 px. */
export class KeyEditor extends TestEditor {
  readonly asked: Ask[] = [];
  readonly host: ActionHost;

  constructor(plan: Plan) {
    super(plan, { pixel: 10 });
    const viewport = holdViewport();
    viewport.resize({ width: 1000, height: 800 });
    viewport.set({ scale: 0.1, offsetX: 200, offsetY: 600 });
    this.host = {
      store: this.store,
      runner: this.runner,
      viewport,
      clipboard: { current: null },
      ask: (what) => this.asked.push(what),
      used: () => undefined,
    };
  }

  get message(): string | undefined {
    return this.store.getState().message?.text.en;
  }

  /** Keys as they are pressed: `w`, `Ctrl+ArrowUp`; the way that the window sends them on. */
  press(...names: string[]): this {
    for (const name of names) {
      const parts = name.split(/\+(?=.)/);
      const key = parts.at(-1) as string;
      const held = {
        ctrlKey: parts.includes('Ctrl'),
        shiftKey: parts.includes('Shift'),
        altKey: parts.includes('Alt'),
        metaKey: false,
      };
      if (key === 'Escape') this.escape();
      else if (key === 'Enter' && clickAtCursor(this.host)) continue;
      else if (
        held.ctrlKey ||
        !keyToTool(this.host, key, { shift: held.shiftKey, suspend: false })
      ) {
        const command = commandOfKey({ key, ...held });
        if (command) runCommand(this.host, command);
      }
    }
    return this;
  }

  /** Types a place, as the field for coordinates does. */
  goTo(x: number, y: number): this {
    moveCursor(this.host, { x, y }, true);
    return this;
  }
}
