/** What an import repaired, guessed or left out, with its line, so that nothing changes silently. Texts: model/text/importNoteText.ts. */
export type ImportNote =
  | { readonly type: 'BareKeyword'; readonly line: number; readonly keyword: string }
  | { readonly type: 'SignsInName'; readonly line: number; readonly name: string }
  | { readonly type: 'FullWidthColon'; readonly line: number; readonly name: string }
  | { readonly type: 'HashInText'; readonly line: number }
  | { readonly type: 'FullWidthComma'; readonly line: number; readonly name: string }
  | { readonly type: 'SectionWithColon'; readonly line: number; readonly name: string }
  | { readonly type: 'OldDescription'; readonly line: number }
  | { readonly type: 'NoScore'; readonly line: number; readonly name: string; readonly found: string }
  | {
      readonly type: 'ScoreOutside';
      readonly line: number;
      readonly name: string;
      readonly found: number;
      readonly taken: number;
    }
  | { readonly type: 'ScaleOfTen'; readonly line: number }
  | { readonly type: 'ExtraField'; readonly line: number; readonly text: string }
  | { readonly type: 'UnknownColumn'; readonly line: number; readonly head: string }
  | {
      readonly type: 'NotANumber';
      readonly line: number;
      readonly column: 'emotion' | 'value';
      readonly found: string;
    }
  | { readonly type: 'EmotionScale'; readonly line: number; readonly top: number }
  | { readonly type: 'Shortened'; readonly line: number; readonly most: number };
