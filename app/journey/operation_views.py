"""What the caller can do, as it goes out."""

from typing import Literal

from pydantic import BaseModel, Field


class OperationCondition(BaseModel):
    """A member of the record, and what it must be."""

    pointer: str = Field(description="RFC 6901, into the record.")
    values: list[str | bool | None] = Field(description="One of these.")


class CallableOperation(BaseModel):
    """A button: an operation, and what its record must be like."""

    operation_id: str = Field(description="As in the contract, which has its form.")
    method: Literal["POST", "PUT", "PATCH"]
    path: str = Field(description="As in the contract.")
    record: str | None = Field(
        description="The path of the record that it is done to, as in the contract; null for what begins something new."
    )
    label_da: str
    label_en: str
    to: str | None = Field(description="The state that it brings the record into, where it is one.")
    when: list[OperationCondition] = Field(
        description="All must hold of the record; it may be asked for at once if empty."
    )


class CallableOperations(BaseModel):
    """Every button of the caller's; one that stands more than once has as many ways to it."""

    items: list[CallableOperation]
