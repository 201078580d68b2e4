/** Fetches the menu of a card: ahead of time, and again where that has failed. */
export const loadCardMenu = async () => (await import('./card-menu')).CardMenu;
