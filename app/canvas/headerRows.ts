/** Rows of the grid above the first lane, for aria-rowindex: the stages and the steps. */
export const headerRows = 2;
