import type { Picture } from '../../model/map/picture.ts';
import type { Result } from '../../model/result.ts';

/** A picture as a map keeps it. */
export interface PreparedPicture {
  readonly hash: string;
  readonly mime: Extract<Picture['mime'], 'image/png' | 'image/jpeg'>;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type PictureError =
  | { readonly type: 'FileTooLarge'; readonly bytes: number; readonly most: number }
  | { readonly type: 'TooManyPixels'; readonly width: number; readonly height: number }
  | { readonly type: 'NotAPicture' }
  | { readonly type: 'Cancelled' };

export type PictureReply = Result<PreparedPicture, PictureError>;
