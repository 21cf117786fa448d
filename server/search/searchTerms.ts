/**
 * Cuts text into what can be searched for, the same for texts and for queries. Chinese, Japanese and Korean have no
 * spaces: their runs become single signs and pairs of neighbours, so that 客户 finds 大客户经理 without a dictionary.
 */
export function searchTerms(text: string): Set<string> {
  const terms = new Set<string>();
  for (const { run, isIdeographic } of runsOf(text)) {
    if (!isIdeographic) terms.add(run.slice(0, longestTerm));
    else {
      const signs = Array.from(run);
      signs.forEach((sign, i) => {
        terms.add(sign);
        if (i > 0) terms.add(signs[i - 1]! + sign);
      });
    }
  }
  return terms;
}

/** What a text must contain to be a hit: every entry, words also as the beginning of a longer word. */
export function queryTerms(query: string): { readonly term: string; readonly isPrefix: boolean }[] {
  const terms = [];
  for (const { run, isIdeographic } of runsOf(query)) {
    const signs = Array.from(run);
    if (!isIdeographic) terms.push({ term: run.slice(0, longestTerm), isPrefix: true });
    else if (signs.length === 1) terms.push({ term: run, isPrefix: false });
    else
      for (let i = 1; i < signs.length; i++) terms.push({ term: signs[i - 1]! + signs[i]!, isPrefix: false });
  }
  return terms.slice(0, mostQueryTerms);
}

/** The text around the first place where the query stands, about `reach` signs either side. */
export function excerptOf(text: string, query: string, reach = 40): string {
  const folded = fold(text);
  const first = runsOf(query)[0]?.run ?? '';
  const at = Math.max(0, folded.indexOf(first));
  const start = Math.max(0, at - reach);
  const end = Math.min(text.length, at + first.length + reach);
  const inside = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return `${start > 0 ? '…' : ''}${inside}${end < text.length ? '…' : ''}`;
}

const longestTerm = 40;
const mostQueryTerms = 20;

const run =
  /(?<ideographic>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|[\p{L}\p{N}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\p{L}\p{N}]|$)/gu;

function runsOf(text: string): { run: string; isIdeographic: boolean }[] {
  return Array.from(fold(text).matchAll(run), (match) => ({
    run: match[0],
    isIdeographic: match.groups?.['ideographic'] !== undefined,
  }));
}

/** Full-width letters and capitals are no difference. Keeps the length of ordinary text, so that places stay right. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
