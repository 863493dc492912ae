package parley.knowledge.grounding;

/** How a number or a name of a statement stands in its evidence. */
enum Standing {
  /** It is there, in these or in other words. */
  STATED,
  /** It follows from what is there: a sum, a share, the length of a list. */
  DERIVED,
  /** It is only in passages that were retrieved as well, and are not cited. */
  ELSEWHERE,
  /** It is nowhere. */
  MISSING
}
