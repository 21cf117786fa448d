/** What every way of weighing is given. */
export interface WeighingProps {
  readonly titles: readonly string[];
  /** Shares in the order of the titles. */
  readonly onTake: (weights: readonly number[]) => void;
  readonly onClose: () => void;
}
