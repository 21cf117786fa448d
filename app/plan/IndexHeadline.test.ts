import { expect, it } from 'vitest';
import { formatBanded } from './IndexHeadline.tsx';

it('[U4] a score has as many digits as its interval carries, and never more than one decimal', () => {
  expect(formatBanded({ value: 61.507, low: 61.5, high: 61.51 }, 'en')).toBe('61.5');
  expect(formatBanded({ value: 61.507, low: 61.2, high: 61.9 }, 'en')).toBe('61.5');
  expect(formatBanded({ value: 61.507, low: 58, high: 64 }, 'en')).toBe('62');
});
