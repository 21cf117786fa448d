/** A card of the bench as both programs are given it: a text in a cell of ten lanes. */
export interface Box {
  readonly id: string;
  readonly step: number;
  readonly lane: number;
  /** 0 to 3 from the top of its cell. */
  readonly place: number;
  readonly text: string;
}

export const benchLanes = 10;
const cardsInCell = 4;

/** Full cells in English and Chinese, step by step. */
export function boxesOf(cards: number): readonly Box[] {
  return Array.from({ length: cards }, (_, i) => ({
    id: `card_${i}`,
    step: Math.floor(i / cardsInCell / benchLanes),
    lane: Math.floor(i / cardsInCell) % benchLanes,
    place: i % cardsInCell,
    text: textOf(i),
  }));
}

/** An arrow from every fourth card to the next lane's, up to 500. */
export function arrowsOf(cards: number): readonly { readonly from: number; readonly to: number }[] {
  return Array.from({ length: Math.min(500, cards / 4) }, (_, i) => ({
    from: i * 4,
    to: (i * 4 + 44) % cards,
  }));
}

const english = 'Looks for a person, not a list of questions, and opens another window meanwhile';
const chinese = '顾客打开包裹后发现商品与订单不符，于是寻找在线客服并说明问题';

const textOf = (i: number): string =>
  i % 2 === 0 ? `${english.slice(0, 20 + (i % 5) * 12)} ${i}` : `${chinese.slice(0, 8 + (i % 7) * 3)}${i}`;
