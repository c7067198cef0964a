package dev.orgbench.demo.sample;

/**
 * Somebody whom campaigns may reach.
 *
 * @param id of the contact or lead
 */
record KnownPerson(String id, People.Person person, String email, String company) {}
