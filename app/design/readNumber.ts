/**
 * A number as people type and paste it: `240,000`, `1.200,5`, `2,5`, `1 200`, `−3`, `64 %`, full-width digits, `25万`.
 * `undefined` for nothing, `'unreadable'` for what is no number or could be two.
 */
export function readNumber(text: string): number | undefined | 'unreadable' {
  const bare = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s'’_]/g, '')
    .replace(/%$/, '');
  if (bare === '') return undefined;
  const [, sign = '', digits = '', exponent = '', myriad = ''] =
    /^([-+]?)([\d.,]+)(e[-+]?\d+)?([万萬亿億]?)$/i.exec(bare) ?? [];
  const plain = withoutGroups(digits);
  if (plain === undefined) return 'unreadable';
  const value = Number(`${sign}${plain}${exponent}`) * factorOf(myriad);
  return Number.isFinite(value) ? value : 'unreadable';
}

/** 万 is ten thousand, 亿 a hundred million. */
const factorOf = (myriad: string): number => (myriad === '' ? 1 : '万萬'.includes(myriad) ? 1e4 : 1e8);

/** The digits with a point for the decimals only; undefined where signs stand as no number has them. */
function withoutGroups(digits: string): string | undefined {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  const sign = digits[last];
  const isOnly = digits.indexOf(sign ?? '') === last;
  // One comma with three digits behind it groups thousands (1,250), unless nothing but a zero stands before it (0,125).
  const groups = sign !== undefined && (!isOnly || (sign === ',' && /^[1-9]\d{0,2},\d{3}$/.test(digits)));
  const whole = sign === undefined || groups ? digits : digits.slice(0, last);
  const decimals = sign === undefined || groups ? '' : digits.slice(last + 1);
  if (!/^(\d*|\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+)$/.test(whole) || !/^\d*$/.test(decimals)) return undefined;
  const plain = `${whole.replaceAll(/[.,]/g, '')}.${decimals}`;
  return plain === '.' ? undefined : plain;
}

/** The number, or NaN where there is none: for fields that show what they expect. */
export function numberIn(text: string): number {
  const read = readNumber(text);
  return typeof read === 'number' ? read : Number.NaN;
}
