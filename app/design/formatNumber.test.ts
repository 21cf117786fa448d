import { expect, it } from 'vitest';
import { formatMetric, formatMoney, formatSigned, formatWithin } from './formatNumber.ts';

it('[U4] a number shows no digit that its interval does not carry', () => {
  expect(formatWithin(71.68, 'en', 3.4)).toBe('72');
  expect(formatWithin(71.68, 'en', 1)).toBe('72');
  expect(formatWithin(71.68, 'en', 0.4)).toBe('71.7');
  expect(formatWithin(0.1234, 'en', 0.02)).toBe('0.12');
  expect(formatSigned(9.8, 'en', 2)).toBe('+10');
  expect(formatSigned(-0.4, 'en', 0.2)).toBe('-0.4');
});

it('[U4] without an interval three digits are shown, and whole thousands keep theirs', () => {
  expect(formatWithin(61.917, 'en')).toBe('61.9');
  expect(formatWithin(1234.5, 'en')).toBe('1,235');
  expect(formatWithin(0, 'en')).toBe('0');
});

it('[U4] metrics stand in the unit that people read: shares in per cent, times in s, min, h or days', () => {
  expect(formatMetric(0.7, 'share', 'en')).toEqual({ value: '70', unit: '%' });
  expect(formatMetric(96, 'seconds', 'en')).toEqual({ value: '96', unit: 's' });
  expect(formatMetric(445, 'seconds', 'en', 6)).toEqual({ value: '7.4', unit: 'min' });
  expect(formatMetric(14_400, 'seconds', 'zh-Hans')).toEqual({ value: '4', unit: '小时' });
  expect(formatMetric(10, 'points', 'en')).toEqual({ value: '+10', unit: '' });
});

it('[U4] money is read from minor units and shortened when it is large', () => {
  expect(formatMoney(600_000, 'CNY', 'en')).toBe('¥6K');
  expect(formatMoney(60_000, 'CNY', 'en')).toBe('¥600');
  expect(formatMoney(19_500_000, 'CNY', 'en')).toBe('¥195K');
  expect(formatMoney(19_500_000, 'CNY', 'zh-Hans')).toBe('¥19.5万');
  expect(formatMoney(5_000, 'JPY', 'en')).toBe('¥5K');
});
