/** The element that every pane is in, its heading included. */
export const CHECKING_PANE_ID = 'checking-pane';
