import type { ExportSettings } from '../../model/drawing/exportSettings.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { ExportError } from '../../model/text/exportErrorText.ts';

/** What page and Worker say to each other about one export. */

/** `outlines` is an SVG whose letters are shapes. */
export type DrawnFormat = 'pdf' | 'svg' | 'outlines' | 'png' | 'pptx' | 'xlsx';

export interface ExportAsk {
  readonly id: number;
  readonly map: JourneyMap;
  readonly settings: ExportSettings;
  /** Bytes of the map's pictures by hash, as far as this device has them. */
  readonly pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** The previews are SVG for the dialog, made without loading Chinese faces. A PNG is made by the page from tiles. */
  readonly want: Exclude<DrawnFormat, 'png'> | 'pictureTiles' | 'pagePreview' | 'picturePreview';
}

export type ExportReply = { readonly id: number } & (
  | { readonly type: 'progress'; readonly progress: ExportProgress }
  | {
      readonly type: 'file';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Pictures that the file lacks because their bytes are missing or broken, by what they show. */
      readonly lacks: readonly string[];
    }
  | {
      readonly type: 'tiles';
      /** SVG whose letters are shapes. */
      readonly tiles: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
      readonly lacks: readonly string[];
    }
  | { readonly type: 'preview'; readonly pages: readonly PreviewPage[] }
  | { readonly type: 'failed'; readonly error: ExportError }
);

export interface ExportProgress {
  /** Fonts are counted in bytes, pages in pages. */
  readonly phase: 'fonts' | 'pages';
  readonly done: number;
  readonly of: number;
}

/** A page as the file will show it; sizes in points. The SVG is meant to stand in the page itself: it uses its fonts. */
export interface PreviewPage {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}
