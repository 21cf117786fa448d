/** Something that can be done in the editor, as the palette lists it. */
export interface EditorCommand {
  readonly title: string;
  readonly shortcut?: string;
  readonly run: () => void;
}
