/** What happens to the program outside of its window: by the system, or in its menu. */
export type SystemDeed =
  /** A double click, on macOS. */
  | { readonly kind: 'open-file'; readonly file: string }
  /** A double click elsewhere while the program runs: another start of it, from a folder. */
  | {
      readonly kind: 'second-instance';
      readonly argv: readonly string[];
      readonly folder: string;
    }
  /** What will be chosen in the next dialog for files or folders. */
  | { readonly kind: 'choose'; readonly files: readonly string[] }
  /** An entry of the menu, and the files that are then chosen; none: the choice is cancelled. */
  | { readonly kind: 'menu'; readonly label: string; readonly files: readonly string[] };
