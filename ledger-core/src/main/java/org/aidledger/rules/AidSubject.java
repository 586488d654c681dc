package org.aidledger.rules;

/** What aid is about, as far as the approving authority goes by it. Aid with none of these is a matter of the managing agency. */
public enum AidSubject {
    SECURITY_DEFENCE, RELIGION, LAW_DRAFTING, SPECIAL_IMPORT,
    /** Aid to an association or fund licensed by the Minister of Home Affairs. */
    LICENSED_ASSOCIATION,
    /** Relief that names no address. */
    RELIEF_WITHOUT_ADDRESS
}
