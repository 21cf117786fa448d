import { setupI18n } from '@lingui/core';
import { expect, it } from 'vitest';
import { refusedText } from './refusedText.ts';

it('[U5] a refused edit is never told in the words of the code', () => {
  const text = refusedText(
    {
      type: 'WrongField',
      collection: 'measurements',
      field: 'n',
      expected: 'Too big: expected int to be <9007199254740991',
    },
    setupI18n({ locale: 'en', messages: { en: {} } }),
  );
  expect(text).toMatch(/^The map cannot keep this: .* Nothing was changed; correct it and try again\.$/);
  expect(text).not.toMatch(/int|Too big/);
});
