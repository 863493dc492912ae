package parley.knowledge.time;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The time that a question is about.
 *
 * @param period the days it names; empty if it asks for how things stand or what is new
 * @param newest whether it asks for what is new
 * @param countedFrom the day that "last week" was counted from; empty for a date
 * @param fromToday whether that day is today; otherwise it is the newest document's
 * @param rest what it asks for apart from time, as a question
 * @param anything whether it has no other subject: "what happened"
 */
public record AskedTime(
    Optional<Period> period,
    boolean newest,
    Optional<LocalDate> countedFrom,
    boolean fromToday,
    String rest,
    boolean anything) {}
