/** Lets others have their turn: between two steps over something large, so that the server is not held for both at once. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
