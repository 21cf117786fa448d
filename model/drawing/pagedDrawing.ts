import type { Language } from '../map/language.ts';
import type { Mark } from './drawing.ts';

/** A document of pages: what the PDF back end writes and the preview of the export dialog shows. */
export interface PagedDrawing {
  readonly title: string;
  readonly language: Language;
  /** ISO date of the content; part of the file, so it comes from the map and never from the clock. */
  readonly date: string;
  readonly pages: readonly Page[];
  /** A file inside the file, made only when it is written. */
  readonly attachment?: () => Attachment;
}

export interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly mime: string;
  readonly text: string;
}

/** One sheet; sizes and marks in points (1/72 inch). */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
