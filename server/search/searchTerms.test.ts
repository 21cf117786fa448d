import { describe, expect, it } from 'vitest';
import { excerptOf, queryTerms, searchTerms } from './searchTerms.ts';

const finds = (text: string, query: string): boolean => {
  const terms = searchTerms(text);
  return queryTerms(query).every(({ term, isPrefix }) =>
    isPrefix ? [...terms].some((each) => each.startsWith(term)) : terms.has(term),
  );
};

describe('search', () => {
  it('[P11] Chinese is found by any part of a word, English by the beginning of a word', () => {
    expect(finds('大客户经理打电话', '客户')).toBe(true);
    expect(finds('大客户经理打电话', '经理')).toBe(true);
    expect(finds('大客户经理打电话', '客')).toBe(true);
    expect(finds('大客户经理打电话', '户客')).toBe(false);
    expect(finds('包裹送錯了', '送錯')).toBe(true);
    expect(finds('The wrong PARCEL arrives', 'parc')).toBe(true);
    expect(finds('The wrong parcel arrives', 'arcel')).toBe(false);
    expect(finds('用CRM系统登记', 'crm 系统')).toBe(true);
    expect(finds('ＣＲＭ', 'crm')).toBe(true);
    expect(finds('anything', '')).toBe(true);
  });

  it('[P11] the excerpt shows the place', () => {
    const text = `${'x '.repeat(100)}客户打电话${' y'.repeat(100)}`;
    expect(excerptOf(text, '客户')).toContain('客户打电话');
    expect(excerptOf(text, '客户').length).toBeLessThan(100);
  });
});
