/** What is written into, as a selector: its keys are its own, and no shortcuts. */
export const textFields = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
