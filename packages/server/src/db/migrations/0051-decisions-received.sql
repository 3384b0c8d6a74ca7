-- When the decision or judgment reached the organ itself: from then on a decision binds it (复议法75), and its own time to
-- appeal runs (行诉法85).

alter table dispute_stage
  add column decision_received_on date,
  add constraint dispute_stage_received check (decision_received_on is null or decided_on is not null);
