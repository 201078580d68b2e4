/** What each article has one of, made when it is first asked for. It lives as long as the page in the browser, over all screens. */
export function perArticle<T>(make: (articleId: string) => T): (articleId: string) => T {
  const made = new Map<string, T>();
  return (articleId) => {
    const known = made.get(articleId);
    if (known !== undefined) return known;
    const fresh = make(articleId);
    made.set(articleId, fresh);
    return fresh;
  };
}
