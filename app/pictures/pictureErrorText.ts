import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PictureError } from '../workers/pictureMessages.ts';

/** What a person reads when a file does not become a picture: what was expected, what was found, what to do. */
export function pictureErrorText(
  error: Exclude<PictureError, { readonly type: 'Cancelled' }>,
  fileName: string,
  i18n: I18n,
): string {
  switch (error.type) {
    case 'NotAPicture':
      return i18n._(
        msg`Expected a PNG, JPEG, WebP or GIF picture, and “${fileName}” is none or is broken. Save it as one of these and try again.`,
      );
    case 'FileTooLarge': {
      const size = megabytes(error.bytes, i18n);
      const most = megabytes(error.most, i18n);
      return i18n._(
        msg`A picture may have ${most} MB before it is made smaller, and “${fileName}” has ${size}. Save it smaller and try again.`,
      );
    }
    case 'TooManyPixels': {
      const size = `${i18n.number(error.width)} × ${i18n.number(error.height)}`;
      return i18n._(
        msg`A picture may have 100 million pixels, and “${fileName}” has ${size}. Save it smaller and try again.`,
      );
    }
  }
}

const megabytes = (bytes: number, i18n: I18n): string =>
  i18n.number(bytes / 1e6, { maximumFractionDigits: 0 });
